/** New rows fill what is free: so much of a file is left to them, and at least some mebibytes. */
const shareLeft = 0.05
const pagesLeft = 2_048

/** How many free pages of a file are more than new rows will soon need. */
export function surplusPages({ pages, freePages }: { pages: number; freePages: number }): number {
  return Math.max(0, freePages - Math.max(pagesLeft, Math.ceil(pages * shareLeft)))
}
