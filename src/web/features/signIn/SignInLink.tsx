import { Button } from '@fluentui/react-components'

type Props = { to: string; children: string }

/** Leaves the page for the service, which sends the browser on to the issuer. */
export const SignInLink = ({ to, children }: Props) => (
  <Button as="a" appearance="primary" href={to}>
    {children}
  </Button>
)
