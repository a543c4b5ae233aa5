export function showSoftphone(): void {}
