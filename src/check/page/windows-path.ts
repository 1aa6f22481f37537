/** `venv\Scripts\activate`, `.\run.bat` or `C:\tools\x`. */
export const isWindowsPath = (text: string): boolean => /^(\.{1,2}|[A-Za-z]:|[\w.-]+)(\\[\w.-]+)+$/.test(text)
