import { api } from './api.js';

/**
 * Plain screens for a juvenile for whom it is hard to follow: larger words, and only what must be read. The page wears
 * `data-eenvoudig`; what may be left out wears the class `alleen-gewoon`.
 */
export const easy = {
  /** Looks how the screens of this case are to be, and makes them so. Never says why. */
  async load(caseId: string): Promise<void> {
    const { easy: plain } = await api.get<{ easy: boolean }>(`/cases/${caseId}/screens`);
    this.apply(plain);
  },

  apply(plain: boolean): void {
    if (plain) document.documentElement.dataset.eenvoudig = 'ja';
    else delete document.documentElement.dataset.eenvoudig;
  },
};
