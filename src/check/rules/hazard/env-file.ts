export const isEnvFile = (text: string | undefined): text is string =>
  /(^|\/)[\w-]*\.env(\.\w+)?$/.test(text ?? '') && !/\.(example|sample|template)$/.test(text ?? '')
