/** A thermometer and where it hangs. */
export interface Thermometer {
  readonly id: string
  readonly place: 'cold_store' | 'freezer' | 'hot_cabinet' | 'sample_fridge' | 'vehicle'
  /** Up to when its readings are known; null for a new one. */
  readonly heardAt: Date | null
}

/** What one showed at an instant, in tenths of a degree Celsius. */
export interface Measured {
  readonly thermometerId: string
  readonly tenths: number
  readonly at: Date
}

/** Whoever can be asked what thermometers have shown since they were last heard; asked again it says the same again. */
export interface Thermometers {
  readonly name: string
  /** Oldest first; what is later than `until` is left for the next time. */
  measured(thermometers: readonly Thermometer[], until: Date): Promise<readonly Measured[]>
}
