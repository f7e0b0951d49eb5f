import { ButtonLink } from '../../ui/Button.tsx'

type Props = { to: string; children: string }

/** Leaves the page for the service, which sends the browser on to the issuer. */
export const SignInLink = ({ to, children }: Props) => (
  <ButtonLink appearance="primary" href={to}>
    {children}
  </ButtonLink>
)
