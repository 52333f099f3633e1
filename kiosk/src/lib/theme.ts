export type ThemeName = 'dag' | 'nacht';

const key = 'halt-loket.kleuren';

/** Day or night colours, remembered on this device. */
export const theme = {
  get current(): ThemeName {
    return localStorage.getItem(key) === 'nacht' ? 'nacht' : 'dag';
  },

  /** Puts the remembered colours on the page. */
  apply(): void {
    document.documentElement.dataset.theme = this.current;
  },

  toggle(): void {
    localStorage.setItem(key, this.current === 'dag' ? 'nacht' : 'dag');
    this.apply();
  },
};
