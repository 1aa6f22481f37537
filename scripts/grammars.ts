const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { grammars } = await import('../src/maintain/grammars/grammars.ts')
await runCli(grammars)
