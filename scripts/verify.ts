const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { verify } = await import('../src/cli/verify/verify.ts')
await runCli(verify)
