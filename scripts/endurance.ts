const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { endurance } = await import('../src/maintain/endurance/endurance.ts')
await runCli(endurance)
