/** What the container engine and the registries hold during a run. Owned by the docker emulator. */
export interface DockerState {
  placeholder?: never
}
