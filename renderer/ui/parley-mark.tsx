/** Parley's mark: two voices that meet. Decoration; the name stands beside it. */
export function ParleyMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path
        d="M8 6h20a8 8 0 0 1 8 8v6a8 8 0 0 1-8 8H18l-8 7v-7.3A8 8 0 0 1 4 20v-6a8 8 0 0 1 4-8z"
        fill="#3562cf"
      />
      <path
        d="M24 18h12a8 8 0 0 1 8 8v6a8 8 0 0 1-5 7.4V45l-7-5h-8a8 8 0 0 1-8-8v-6a8 8 0 0 1 8-8z"
        fill="#85a4ef"
        fillOpacity="0.92"
      />
      <path
        d="M24.2 18H28a8 8 0 0 1 8 1.2V20a8 8 0 0 1-8 8H18l-1.9 1.6V26a8 8 0 0 1 8.1-8z"
        fill="#ffffff"
        fillOpacity="0.9"
      />
    </svg>
  );
}
