const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { create } = await import('../src/cli/new/new.ts')
await runCli(create)
