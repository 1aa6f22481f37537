const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { check } = await import('../src/cli/check/check.ts')
await runCli(check)
