const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { runs } = await import('../src/cli/runs/runs.ts')
await runCli(runs)
