const { runCli } = await import('../src/cli/run-cli.ts')
const { fixture } = await import('../src/cli/fixture.ts')
await runCli(fixture)
