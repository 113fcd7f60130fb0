export const serverTroubles: Record<string, string[]>
export const browserTroubles: Record<string, () => void>
