/** Which keys this machine has. */
export const isMac = navigator.userAgent.includes('Mac');
export const isLinux = navigator.userAgent.includes('Linux');
