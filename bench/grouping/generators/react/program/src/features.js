// Differs from build to build, as programs do.
export const list = []
