'use client';
export const WorkflowBar = () => null;
