const { runCli } = await import('../src/cli/run-cli.ts')
const { verify } = await import('../src/cli/verify.ts')
await runCli(verify)
