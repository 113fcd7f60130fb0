import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Bug, Folder } from 'lucide-react'
import { useSequence } from '../ui/use-key.ts'
import { AccountMenu } from './account-menu.tsx'
import { HealthBanner } from './health-banner.tsx'
import { KeySheet } from './key-sheet.tsx'
import classes from './shell.module.css'

/** The frame of every page inside: a rail with where one can go, and the page. */
export function Shell() {
  const navigate = useNavigate()
  useSequence('g>i', () => void navigate({ to: '/issues' }))
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <nav className={classes.rail} aria-label="Main">
        <Link to="/issues" className={classes.brand}>
          <img src="/icon.svg" alt="" width={22} height={22} />
          <span>Mishap</span>
        </Link>
        <Link to="/issues" className={classes.item} activeProps={{ 'data-active': true }}>
          <Bug size={16} aria-hidden />
          <span>Issues</span>
        </Link>
        <Link to="/projects" className={classes.item} activeProps={{ 'data-active': true }}>
          <Folder size={16} aria-hidden />
          <span>Projects</span>
        </Link>
        <AccountMenu />
      </nav>
      <div className={classes.content}>
        <HealthBanner />
        <main id="content">
          <Outlet />
        </main>
      </div>
      <KeySheet />
    </div>
  )
}
