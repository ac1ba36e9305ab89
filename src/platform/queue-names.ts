/** One queue a context that acts on facts, one for forecasts, which take long, and one for the clock. */
export const QUEUES = [
  'ordering',
  'kitchen',
  'delivery',
  'procurement',
  'booking',
  'funding',
  'forecasting',
  'commerce',
  'clock',
] as const
