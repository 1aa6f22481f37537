const { runCli } = await import('../src/cli/run-cli.ts')
const { check } = await import('../src/cli/check.ts')
await runCli(check)
