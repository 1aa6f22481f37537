/** What Google Cloud holds during a run. Owned by the gcloud emulator. */
export interface CloudState {
  placeholder?: never
}
