const { runCli } = await import('../src/cli/run-cli.ts')
const { endurance } = await import('../src/cli/endurance/endurance.ts')
await runCli(endurance)
