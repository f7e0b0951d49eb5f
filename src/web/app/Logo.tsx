/** The same drawing as the browser's icon of the page, without a request for it. */
export function Logo({ className }: { className: string }) {
  return (
    <svg aria-hidden className={className} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="7" fill="#0f6cbd" />
      <path d="M9 8.5v15" stroke="#fff" strokeOpacity=".45" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="9" cy="8.5" r="3" fill="#fff" />
      <circle cx="9" cy="23.5" r="3" fill="#0f6cbd" stroke="#fff" strokeWidth="2" />
      <path
        d="m14.5 16 3.5 3.5 7-7.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="9" cy="16" r="2.4" fill="#fff" />
    </svg>
  )
}
