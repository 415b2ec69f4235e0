import config from '@payload-config';
import '@payloadcms/next/css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import { buildFormStateHandler } from '@payloadcms/ui/utilities/buildFormState';
import type { ServerFunctionClient } from 'payload';
import type { ReactNode } from 'react';
import { lockedByWriters } from '../../collections/shared/edit-locks.ts';
import './admin.css';
import { importMap } from './admin/importMap.js';

const serverFunctions = { 'form-state': lockedByWriters(buildFormStateHandler) };

const serverFunction: ServerFunctionClient = async (args) => {
  'use server';
  return handleServerFunctions({ ...args, config, importMap, serverFunctions });
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  );
}
