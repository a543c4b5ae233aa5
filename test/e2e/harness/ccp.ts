import type { Page } from 'playwright-core';

/** Connect's own softphone in the page. */
function ccp(page: Page) {
  return page.frameLocator('iframe');
}

/** Presses one of the softphone's buttons as the agent would. */
export function press(page: Page, button: 'Accept' | 'Mute' | 'Unmute' | 'Hold' | 'Resume'): Promise<void> {
  return ccp(page).getByRole('button', { name: button, exact: true }).click();
}

/** The agent chooses a state such as Break. */
export async function chooseState(page: Page, name: string): Promise<void> {
  await ccp(page).getByRole('combobox', { name: 'State' }).selectOption(name);
}
