const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrow keys walk through the tiles of a radio group and choose, as radio buttons do. */
export function moveSelection(pressed: KeyboardEvent): void {
  const step = steps[pressed.key];
  const group = pressed.currentTarget;
  if (!step || !(group instanceof HTMLElement)) return;
  const tiles = [...group.querySelectorAll<HTMLElement>('[role="radio"]')];
  const from = tiles.findIndex((tile) => tile === document.activeElement);
  const target = tiles[(from + step + tiles.length) % tiles.length];
  pressed.preventDefault();
  target?.focus();
  target?.click();
}
