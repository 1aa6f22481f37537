/** One `server` of nginx that passes requests on. */
export interface Site {
  port: number
  names: readonly string[]
  isDefault: boolean
  locations: readonly Location[]
}

export interface Location {
  /** Beginning of the paths it takes; with `exact`, the whole path. */
  path: string
  isExact: boolean
  /** `http://127.0.0.1:8000`: the path is passed on as it came. */
  target: URL
  /** What `proxy_set_header` sets, by the names in lower case, nginx's variables still in it. */
  headers: Readonly<Record<string, string>>
}

/** nginx on a machine: it answers on port 80 by the sites it last read. */
export interface WebServer {
  isRunning: boolean
  /** Undefined as Debian installs it: its welcome page is not modelled. */
  sites: readonly Site[] | undefined
}
