const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { fixture } = await import('../src/cli/fixture/fixture.ts')
await runCli(fixture)
