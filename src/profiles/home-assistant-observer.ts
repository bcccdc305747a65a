import { defineProfile, mark } from './profile.js';

const TITLE = 'Home Assistant observer';

export default defineProfile({
  kind: 'home-assistant-observer',
  system: 'home-assistant',
  title: 'Home Assistant',
  over: ['http'],
  marks: [
    mark('http.root', ({ title }) => title === TITLE, 40),
    mark('http.root', ({ bodyExcerpt }) => bodyExcerpt.includes(`<h1>${TITLE}</h1>`), 30),
    mark('home-assistant-observer.page', () => true, 30),
  ],
  ports: { 4357: { role: 'observer', expected: true } },
  references: ['https://github.com/home-assistant/plugin-observer'],
});
