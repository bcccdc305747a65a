/**
 * Runs inside a page: the contrast (WCAG 2.2) of every visible stretch of text against the nearest painted ground.
 * Self-contained, because only its source reaches the browser.
 */
export function contrastsIn(): { readonly text: string; readonly ratio: number }[] {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (value: number): number => (value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r = 0, g = 0, b = 0]: number[]): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const groundOf = (element: Element | null): number[] => {
    if (!element) return [255, 255, 255];
    const background = channels(getComputedStyle(element).backgroundColor);
    return background[3] === 0 ? groundOf(element.parentElement) : background;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: { text: string; ratio: number }[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement!;
    const text = walker.currentNode.textContent!.trim();
    const { width, height } = element.getBoundingClientRect();
    if (text === '' || width === 0 || height === 0) continue;
    // Letters in a drawing stand on the wall or on the page; their colour is the fill.
    const isDrawn = element instanceof SVGElement;
    const wall = document.querySelector('.wall');
    const style = getComputedStyle(element);
    const grounds = isDrawn && wall ? [channels(getComputedStyle(wall).fill), groundOf(element)] : [groundOf(element)];
    const ink = luminance(channels(isDrawn ? style.fill : style.color));
    for (const ground of grounds.map(luminance)) {
      const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      found.push({ text: text.slice(0, 40), ratio: Math.round(ratio * 100) / 100 });
    }
  }
  return found;
}
