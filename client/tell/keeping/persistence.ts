/** Asks the browser not to erase a waiting story when space gets short; asked only once there is one, since some ask the participant. */
export function askToKeep(): void {
  navigator.storage?.persist?.().catch(() => {});
}
