import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`guides_when_to_consult\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`sign\` text,
  	\`explanation\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`guides_when_to_consult_order_idx\` ON \`guides_when_to_consult\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`guides_when_to_consult_parent_id_idx\` ON \`guides_when_to_consult\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`guides\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`review_due\` text,
  	\`uid\` text,
  	\`summary\` text,
  	\`body_area\` text,
  	\`intro\` text,
  	\`closing\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`guides_slug_idx\` ON \`guides\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`guides_uid_idx\` ON \`guides\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`guides_updated_at_idx\` ON \`guides\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`guides_created_at_idx\` ON \`guides\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`guides__status_idx\` ON \`guides\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`guides_by_title_idx\` ON \`guides\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`guides_by_body_area_idx\` ON \`guides\` (\`body_area\`);`)
  await db.run(sql`CREATE INDEX \`guides_by_review_due_idx\` ON \`guides\` (\`review_due\`);`)
  await db.run(sql`CREATE TABLE \`guides_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`guides_texts_by_parent_id_order_idx\` ON \`guides_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`guides_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`red_flags_id\` integer,
  	\`causes_id\` integer,
  	\`treatments_id\` integer,
  	\`media_id\` integer,
  	\`guides_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`guides_rels_order_idx\` ON \`guides_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_parent_idx\` ON \`guides_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_path_idx\` ON \`guides_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_sources_id_idx\` ON \`guides_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_terms_id_idx\` ON \`guides_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_red_flags_id_idx\` ON \`guides_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_causes_id_idx\` ON \`guides_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_treatments_id_idx\` ON \`guides_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_media_id_idx\` ON \`guides_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`guides_rels_guides_id_idx\` ON \`guides_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE TABLE \`_guides_v_version_when_to_consult\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`sign\` text,
  	\`explanation\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_guides_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_guides_v_version_when_to_consult_order_idx\` ON \`_guides_v_version_when_to_consult\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_version_when_to_consult_parent_id_idx\` ON \`_guides_v_version_when_to_consult\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_guides_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_review_due\` text,
  	\`version_uid\` text,
  	\`version_summary\` text,
  	\`version_body_area\` text,
  	\`version_intro\` text,
  	\`version_closing\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_guides_v_parent_idx\` ON \`_guides_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_version_version_slug_idx\` ON \`_guides_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_version_version_uid_idx\` ON \`_guides_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_version_version_updated_at_idx\` ON \`_guides_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_version_version_created_at_idx\` ON \`_guides_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_version_version__status_idx\` ON \`_guides_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_created_at_idx\` ON \`_guides_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_updated_at_idx\` ON \`_guides_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_by_latest_created_at_idx\` ON \`_guides_v\` (\`latest\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_by_latest_version_title_created_at_idx\` ON \`_guides_v\` (\`latest\`,\`version_title\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_by_latest_version_body_area_created_at_idx\` ON \`_guides_v\` (\`latest\`,\`version_body_area\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_by_latest_version_review_due_created_at_idx\` ON \`_guides_v\` (\`latest\`,\`version_review_due\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_by_latest_version_updated_at_created_at_idx\` ON \`_guides_v\` (\`latest\`,\`version_updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_by_latest_version_created_at_created_at_idx\` ON \`_guides_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_by_latest_parent_id_created_at_idx\` ON \`_guides_v\` (\`latest\`,\`parent_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_guides_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_guides_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_guides_v_texts_by_parent_id_order_idx\` ON \`_guides_v_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`_guides_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`red_flags_id\` integer,
  	\`causes_id\` integer,
  	\`treatments_id\` integer,
  	\`media_id\` integer,
  	\`guides_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_guides_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_order_idx\` ON \`_guides_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_parent_idx\` ON \`_guides_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_path_idx\` ON \`_guides_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_sources_id_idx\` ON \`_guides_v_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_terms_id_idx\` ON \`_guides_v_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_red_flags_id_idx\` ON \`_guides_v_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_causes_id_idx\` ON \`_guides_v_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_treatments_id_idx\` ON \`_guides_v_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_media_id_idx\` ON \`_guides_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_guides_v_rels_guides_id_idx\` ON \`_guides_v_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE TABLE \`causes_sections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`body\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`causes_sections_order_idx\` ON \`causes_sections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`causes_sections_parent_id_idx\` ON \`causes_sections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`causes\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`review_due\` text,
  	\`uid\` text,
  	\`summary\` text,
  	\`onset\` text,
  	\`part_of_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`part_of_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`causes_slug_idx\` ON \`causes\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`causes_uid_idx\` ON \`causes\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`causes_part_of_idx\` ON \`causes\` (\`part_of_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_updated_at_idx\` ON \`causes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`causes_created_at_idx\` ON \`causes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`causes__status_idx\` ON \`causes\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`causes_by_title_idx\` ON \`causes\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`causes_by_review_due_idx\` ON \`causes\` (\`review_due\`);`)
  await db.run(sql`CREATE TABLE \`causes_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`causes_texts_by_parent_id_order_idx\` ON \`causes_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`causes_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`red_flags_id\` integer,
  	\`media_id\` integer,
  	\`locations_id\` integer,
  	\`treatments_id\` integer,
  	\`guides_id\` integer,
  	\`causes_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`locations_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`causes_rels_order_idx\` ON \`causes_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_parent_idx\` ON \`causes_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_path_idx\` ON \`causes_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_sources_id_idx\` ON \`causes_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_terms_id_idx\` ON \`causes_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_red_flags_id_idx\` ON \`causes_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_media_id_idx\` ON \`causes_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_locations_id_idx\` ON \`causes_rels\` (\`locations_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_treatments_id_idx\` ON \`causes_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_guides_id_idx\` ON \`causes_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE INDEX \`causes_rels_causes_id_idx\` ON \`causes_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE TABLE \`_causes_v_version_sections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`body\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_causes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_causes_v_version_sections_order_idx\` ON \`_causes_v_version_sections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_version_sections_parent_id_idx\` ON \`_causes_v_version_sections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_causes_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_review_due\` text,
  	\`version_uid\` text,
  	\`version_summary\` text,
  	\`version_onset\` text,
  	\`version_part_of_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_part_of_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_causes_v_parent_idx\` ON \`_causes_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_version_version_slug_idx\` ON \`_causes_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_version_version_uid_idx\` ON \`_causes_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_version_version_part_of_idx\` ON \`_causes_v\` (\`version_part_of_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_version_version_updated_at_idx\` ON \`_causes_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_version_version_created_at_idx\` ON \`_causes_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_version_version__status_idx\` ON \`_causes_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_created_at_idx\` ON \`_causes_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_updated_at_idx\` ON \`_causes_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_by_latest_created_at_idx\` ON \`_causes_v\` (\`latest\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_by_latest_version_title_created_at_idx\` ON \`_causes_v\` (\`latest\`,\`version_title\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_by_latest_version_review_due_created_at_idx\` ON \`_causes_v\` (\`latest\`,\`version_review_due\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_by_latest_version_updated_at_created_at_idx\` ON \`_causes_v\` (\`latest\`,\`version_updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_by_latest_version_created_at_created_at_idx\` ON \`_causes_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_by_latest_parent_id_created_at_idx\` ON \`_causes_v\` (\`latest\`,\`parent_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_causes_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_causes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_causes_v_texts_by_parent_id_order_idx\` ON \`_causes_v_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`_causes_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`red_flags_id\` integer,
  	\`media_id\` integer,
  	\`locations_id\` integer,
  	\`treatments_id\` integer,
  	\`guides_id\` integer,
  	\`causes_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_causes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`locations_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_order_idx\` ON \`_causes_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_parent_idx\` ON \`_causes_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_path_idx\` ON \`_causes_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_sources_id_idx\` ON \`_causes_v_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_terms_id_idx\` ON \`_causes_v_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_red_flags_id_idx\` ON \`_causes_v_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_media_id_idx\` ON \`_causes_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_locations_id_idx\` ON \`_causes_v_rels\` (\`locations_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_treatments_id_idx\` ON \`_causes_v_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_guides_id_idx\` ON \`_causes_v_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE INDEX \`_causes_v_rels_causes_id_idx\` ON \`_causes_v_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_evidence_positions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`body\` text,
  	\`position\` text,
  	\`statement\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_evidence_positions_order_idx\` ON \`treatments_evidence_positions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_evidence_positions_parent_id_idx\` ON \`treatments_evidence_positions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_cautions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_cautions_order_idx\` ON \`treatments_cautions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_cautions_parent_id_idx\` ON \`treatments_cautions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_interactions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_interactions_order_idx\` ON \`treatments_interactions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_interactions_parent_id_idx\` ON \`treatments_interactions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_medicines_must_not\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_medicines_must_not_order_idx\` ON \`treatments_medicines_must_not\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_medicines_must_not_parent_id_idx\` ON \`treatments_medicines_must_not\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_medicines_must_ask\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_medicines_must_ask_order_idx\` ON \`treatments_medicines_must_ask\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_medicines_must_ask_parent_id_idx\` ON \`treatments_medicines_must_ask\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_medicines_interactions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_medicines_interactions_order_idx\` ON \`treatments_medicines_interactions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_medicines_interactions_parent_id_idx\` ON \`treatments_medicines_interactions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_medicines_not_with\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_medicines_not_with_order_idx\` ON \`treatments_medicines_not_with\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_medicines_not_with_parent_id_idx\` ON \`treatments_medicines_not_with\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_medicines_stop_signs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_medicines_stop_signs_order_idx\` ON \`treatments_medicines_stop_signs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_medicines_stop_signs_parent_id_idx\` ON \`treatments_medicines_stop_signs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_medicines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`maximum\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_medicines_order_idx\` ON \`treatments_medicines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_medicines_parent_id_idx\` ON \`treatments_medicines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_how_to\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_how_to_order_idx\` ON \`treatments_how_to\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_how_to_parent_id_idx\` ON \`treatments_how_to\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_exercises\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`name\` text,
  	\`start\` text,
  	\`movement\` text,
  	\`repetitions_from\` numeric,
  	\`repetitions_to\` numeric,
  	\`hold_from\` numeric,
  	\`hold_to\` numeric,
  	\`sets_from\` numeric,
  	\`sets_to\` numeric,
  	\`minutes_from\` numeric,
  	\`minutes_to\` numeric,
  	\`times_a_day_from\` numeric,
  	\`times_a_day_to\` numeric,
  	\`days_a_week_from\` numeric,
  	\`days_a_week_to\` numeric,
  	\`progression\` text,
  	\`stop_rule\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_exercises_order_idx\` ON \`treatments_exercises\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_exercises_parent_id_idx\` ON \`treatments_exercises\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments_sections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`body\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_sections_order_idx\` ON \`treatments_sections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_sections_parent_id_idx\` ON \`treatments_sections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`treatments\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`review_due\` text,
  	\`uid\` text,
  	\`kind\` text,
  	\`summary\` text,
  	\`evidence_level\` text,
  	\`evidence_for_what\` text,
  	\`evidence_statement\` text,
  	\`evidence_search\` text,
  	\`dose\` text,
  	\`commercial\` integer DEFAULT false,
  	\`commercial_disclosure\` text,
  	\`part_of_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`part_of_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`treatments_slug_idx\` ON \`treatments\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`treatments_uid_idx\` ON \`treatments\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`treatments_kind_idx\` ON \`treatments\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`treatments_part_of_idx\` ON \`treatments\` (\`part_of_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_updated_at_idx\` ON \`treatments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`treatments_created_at_idx\` ON \`treatments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`treatments__status_idx\` ON \`treatments\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`treatments_by_title_idx\` ON \`treatments\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`treatments_by_review_due_idx\` ON \`treatments\` (\`review_due\`);`)
  await db.run(sql`CREATE TABLE \`treatments_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_texts_by_parent_id_order_idx\` ON \`treatments_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`treatments_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`red_flags_id\` integer,
  	\`media_id\` integer,
  	\`guides_id\` integer,
  	\`causes_id\` integer,
  	\`treatments_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`treatments_rels_order_idx\` ON \`treatments_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_parent_idx\` ON \`treatments_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_path_idx\` ON \`treatments_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_sources_id_idx\` ON \`treatments_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_terms_id_idx\` ON \`treatments_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_red_flags_id_idx\` ON \`treatments_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_media_id_idx\` ON \`treatments_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_guides_id_idx\` ON \`treatments_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_causes_id_idx\` ON \`treatments_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE INDEX \`treatments_rels_treatments_id_idx\` ON \`treatments_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_evidence_positions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`body\` text,
  	\`position\` text,
  	\`statement\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_evidence_positions_order_idx\` ON \`_treatments_v_version_evidence_positions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_evidence_positions_parent_id_idx\` ON \`_treatments_v_version_evidence_positions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_cautions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_cautions_order_idx\` ON \`_treatments_v_version_cautions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_cautions_parent_id_idx\` ON \`_treatments_v_version_cautions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_interactions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_interactions_order_idx\` ON \`_treatments_v_version_interactions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_interactions_parent_id_idx\` ON \`_treatments_v_version_interactions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_medicines_must_not\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v_version_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_must_not_order_idx\` ON \`_treatments_v_version_medicines_must_not\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_must_not_parent_id_idx\` ON \`_treatments_v_version_medicines_must_not\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_medicines_must_ask\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v_version_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_must_ask_order_idx\` ON \`_treatments_v_version_medicines_must_ask\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_must_ask_parent_id_idx\` ON \`_treatments_v_version_medicines_must_ask\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_medicines_interactions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v_version_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_interactions_order_idx\` ON \`_treatments_v_version_medicines_interactions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_interactions_parent_id_idx\` ON \`_treatments_v_version_medicines_interactions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_medicines_not_with\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v_version_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_not_with_order_idx\` ON \`_treatments_v_version_medicines_not_with\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_not_with_parent_id_idx\` ON \`_treatments_v_version_medicines_not_with\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_medicines_stop_signs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v_version_medicines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_stop_signs_order_idx\` ON \`_treatments_v_version_medicines_stop_signs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_stop_signs_parent_id_idx\` ON \`_treatments_v_version_medicines_stop_signs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_medicines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`maximum\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_order_idx\` ON \`_treatments_v_version_medicines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_medicines_parent_id_idx\` ON \`_treatments_v_version_medicines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_how_to\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_how_to_order_idx\` ON \`_treatments_v_version_how_to\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_how_to_parent_id_idx\` ON \`_treatments_v_version_how_to\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_exercises\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`name\` text,
  	\`start\` text,
  	\`movement\` text,
  	\`repetitions_from\` numeric,
  	\`repetitions_to\` numeric,
  	\`hold_from\` numeric,
  	\`hold_to\` numeric,
  	\`sets_from\` numeric,
  	\`sets_to\` numeric,
  	\`minutes_from\` numeric,
  	\`minutes_to\` numeric,
  	\`times_a_day_from\` numeric,
  	\`times_a_day_to\` numeric,
  	\`days_a_week_from\` numeric,
  	\`days_a_week_to\` numeric,
  	\`progression\` text,
  	\`stop_rule\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_exercises_order_idx\` ON \`_treatments_v_version_exercises\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_exercises_parent_id_idx\` ON \`_treatments_v_version_exercises\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_version_sections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`body\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_sections_order_idx\` ON \`_treatments_v_version_sections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_sections_parent_id_idx\` ON \`_treatments_v_version_sections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_review_due\` text,
  	\`version_uid\` text,
  	\`version_kind\` text,
  	\`version_summary\` text,
  	\`version_evidence_level\` text,
  	\`version_evidence_for_what\` text,
  	\`version_evidence_statement\` text,
  	\`version_evidence_search\` text,
  	\`version_dose\` text,
  	\`version_commercial\` integer DEFAULT false,
  	\`version_commercial_disclosure\` text,
  	\`version_part_of_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_part_of_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_parent_idx\` ON \`_treatments_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_version_slug_idx\` ON \`_treatments_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_version_uid_idx\` ON \`_treatments_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_version_kind_idx\` ON \`_treatments_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_version_part_of_idx\` ON \`_treatments_v\` (\`version_part_of_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_version_updated_at_idx\` ON \`_treatments_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_version_created_at_idx\` ON \`_treatments_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_version_version__status_idx\` ON \`_treatments_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_created_at_idx\` ON \`_treatments_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_updated_at_idx\` ON \`_treatments_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_by_latest_created_at_idx\` ON \`_treatments_v\` (\`latest\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_by_latest_version_title_created_at_idx\` ON \`_treatments_v\` (\`latest\`,\`version_title\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_by_latest_version_kind_created_at_idx\` ON \`_treatments_v\` (\`latest\`,\`version_kind\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_by_latest_version_review_due_created_at_idx\` ON \`_treatments_v\` (\`latest\`,\`version_review_due\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_by_latest_version_updated_at_created_at_idx\` ON \`_treatments_v\` (\`latest\`,\`version_updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_by_latest_version_created_at_created_at_idx\` ON \`_treatments_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_by_latest_parent_id_created_at_idx\` ON \`_treatments_v\` (\`latest\`,\`parent_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_texts_by_parent_id_order_idx\` ON \`_treatments_v_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`_treatments_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`red_flags_id\` integer,
  	\`media_id\` integer,
  	\`guides_id\` integer,
  	\`causes_id\` integer,
  	\`treatments_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_treatments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_order_idx\` ON \`_treatments_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_parent_idx\` ON \`_treatments_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_path_idx\` ON \`_treatments_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_sources_id_idx\` ON \`_treatments_v_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_terms_id_idx\` ON \`_treatments_v_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_red_flags_id_idx\` ON \`_treatments_v_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_media_id_idx\` ON \`_treatments_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_guides_id_idx\` ON \`_treatments_v_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_causes_id_idx\` ON \`_treatments_v_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE INDEX \`_treatments_v_rels_treatments_id_idx\` ON \`_treatments_v_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE TABLE \`red_flags_do\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`red_flags_do_order_idx\` ON \`red_flags_do\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_do_parent_id_idx\` ON \`red_flags_do\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`red_flags_dont\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`red_flags_dont_order_idx\` ON \`red_flags_dont\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_dont_parent_id_idx\` ON \`red_flags_dont\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`red_flags_at_risk\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`red_flags_at_risk_order_idx\` ON \`red_flags_at_risk\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_at_risk_parent_id_idx\` ON \`red_flags_at_risk\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`red_flags_mimics\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`red_flags_mimics_order_idx\` ON \`red_flags_mimics\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_mimics_parent_id_idx\` ON \`red_flags_mimics\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`red_flags\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`sign\` text,
  	\`slug\` text,
  	\`review_due\` text,
  	\`uid\` text,
  	\`urgency\` text,
  	\`action\` text,
  	\`call_whom\` text,
  	\`call_say\` text,
  	\`urgency_note\` text,
  	\`explanation\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`red_flags_slug_idx\` ON \`red_flags\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`red_flags_uid_idx\` ON \`red_flags\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_updated_at_idx\` ON \`red_flags\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_created_at_idx\` ON \`red_flags\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`red_flags__status_idx\` ON \`red_flags\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_by_sign_idx\` ON \`red_flags\` (\`sign\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_by_urgency_idx\` ON \`red_flags\` (\`urgency\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_by_review_due_idx\` ON \`red_flags\` (\`review_due\`);`)
  await db.run(sql`CREATE TABLE \`red_flags_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`red_flags_texts_by_parent_id_order_idx\` ON \`red_flags_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`red_flags_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`red_flags_rels_order_idx\` ON \`red_flags_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_rels_parent_idx\` ON \`red_flags_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_rels_path_idx\` ON \`red_flags_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_rels_sources_id_idx\` ON \`red_flags_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_rels_terms_id_idx\` ON \`red_flags_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`red_flags_rels_media_id_idx\` ON \`red_flags_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`_red_flags_v_version_do\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_red_flags_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_do_order_idx\` ON \`_red_flags_v_version_do\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_do_parent_id_idx\` ON \`_red_flags_v_version_do\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_red_flags_v_version_dont\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_red_flags_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_dont_order_idx\` ON \`_red_flags_v_version_dont\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_dont_parent_id_idx\` ON \`_red_flags_v_version_dont\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_red_flags_v_version_at_risk\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_red_flags_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_at_risk_order_idx\` ON \`_red_flags_v_version_at_risk\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_at_risk_parent_id_idx\` ON \`_red_flags_v_version_at_risk\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_red_flags_v_version_mimics\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_red_flags_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_mimics_order_idx\` ON \`_red_flags_v_version_mimics\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_mimics_parent_id_idx\` ON \`_red_flags_v_version_mimics\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_red_flags_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_sign\` text,
  	\`version_slug\` text,
  	\`version_review_due\` text,
  	\`version_uid\` text,
  	\`version_urgency\` text,
  	\`version_action\` text,
  	\`version_call_whom\` text,
  	\`version_call_say\` text,
  	\`version_urgency_note\` text,
  	\`version_explanation\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_red_flags_v_parent_idx\` ON \`_red_flags_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_version_slug_idx\` ON \`_red_flags_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_version_uid_idx\` ON \`_red_flags_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_version_updated_at_idx\` ON \`_red_flags_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_version_created_at_idx\` ON \`_red_flags_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_version_version__status_idx\` ON \`_red_flags_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_created_at_idx\` ON \`_red_flags_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_updated_at_idx\` ON \`_red_flags_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_by_latest_created_at_idx\` ON \`_red_flags_v\` (\`latest\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_by_latest_version_sign_created_at_idx\` ON \`_red_flags_v\` (\`latest\`,\`version_sign\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_by_latest_version_urgency_created_at_idx\` ON \`_red_flags_v\` (\`latest\`,\`version_urgency\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_by_latest_version_review_due_created_at_idx\` ON \`_red_flags_v\` (\`latest\`,\`version_review_due\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_by_latest_version_updated_at_created_at_idx\` ON \`_red_flags_v\` (\`latest\`,\`version_updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_by_latest_version_created_at_created_at_idx\` ON \`_red_flags_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_by_latest_parent_id_created_at_idx\` ON \`_red_flags_v\` (\`latest\`,\`parent_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_red_flags_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_red_flags_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_red_flags_v_texts_by_parent_id_order_idx\` ON \`_red_flags_v_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`_red_flags_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_red_flags_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_red_flags_v_rels_order_idx\` ON \`_red_flags_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_rels_parent_idx\` ON \`_red_flags_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_rels_path_idx\` ON \`_red_flags_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_rels_sources_id_idx\` ON \`_red_flags_v_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_rels_terms_id_idx\` ON \`_red_flags_v_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_red_flags_v_rels_media_id_idx\` ON \`_red_flags_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`courses_weekdays\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`courses_weekdays_order_idx\` ON \`courses_weekdays\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`courses_weekdays_parent_idx\` ON \`courses_weekdays\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`courses_lessons_entries_parts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`part\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`courses_lessons_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`courses_lessons_entries_parts_order_idx\` ON \`courses_lessons_entries_parts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`courses_lessons_entries_parts_parent_id_idx\` ON \`courses_lessons_entries_parts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`courses_lessons_entries\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`courses_lessons\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`courses_lessons_entries_order_idx\` ON \`courses_lessons_entries\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`courses_lessons_entries_parent_id_idx\` ON \`courses_lessons_entries\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`courses_lessons\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`subject\` text,
  	\`preheader\` text,
  	\`intro\` text,
  	\`action\` text,
  	\`outro\` text,
  	\`delay_days\` numeric DEFAULT 2,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`courses_lessons_order_idx\` ON \`courses_lessons\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`courses_lessons_parent_id_idx\` ON \`courses_lessons\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`courses\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`review_due\` text,
  	\`uid\` text,
  	\`summary\` text,
  	\`send_at\` text DEFAULT '08:00',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`courses_slug_idx\` ON \`courses\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`courses_uid_idx\` ON \`courses\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`courses_updated_at_idx\` ON \`courses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`courses_created_at_idx\` ON \`courses\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`courses__status_idx\` ON \`courses\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`courses_by_title_idx\` ON \`courses\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`courses_by_review_due_idx\` ON \`courses\` (\`review_due\`);`)
  await db.run(sql`CREATE TABLE \`courses_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`courses_texts_by_parent_id_order_idx\` ON \`courses_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`courses_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`media_id\` integer,
  	\`guides_id\` integer,
  	\`causes_id\` integer,
  	\`treatments_id\` integer,
  	\`red_flags_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`courses_rels_order_idx\` ON \`courses_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_parent_idx\` ON \`courses_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_path_idx\` ON \`courses_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_sources_id_idx\` ON \`courses_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_terms_id_idx\` ON \`courses_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_media_id_idx\` ON \`courses_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_guides_id_idx\` ON \`courses_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_causes_id_idx\` ON \`courses_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_treatments_id_idx\` ON \`courses_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE INDEX \`courses_rels_red_flags_id_idx\` ON \`courses_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v_version_weekdays\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_courses_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_version_weekdays_order_idx\` ON \`_courses_v_version_weekdays\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_weekdays_parent_idx\` ON \`_courses_v_version_weekdays\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v_version_lessons_entries_parts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`part\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_courses_v_version_lessons_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_version_lessons_entries_parts_order_idx\` ON \`_courses_v_version_lessons_entries_parts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_lessons_entries_parts_parent_id_idx\` ON \`_courses_v_version_lessons_entries_parts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v_version_lessons_entries\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_courses_v_version_lessons\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_version_lessons_entries_order_idx\` ON \`_courses_v_version_lessons_entries\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_lessons_entries_parent_id_idx\` ON \`_courses_v_version_lessons_entries\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v_version_lessons\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`subject\` text,
  	\`preheader\` text,
  	\`intro\` text,
  	\`action\` text,
  	\`outro\` text,
  	\`delay_days\` numeric DEFAULT 2,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_courses_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_version_lessons_order_idx\` ON \`_courses_v_version_lessons\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_lessons_parent_id_idx\` ON \`_courses_v_version_lessons\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_review_due\` text,
  	\`version_uid\` text,
  	\`version_summary\` text,
  	\`version_send_at\` text DEFAULT '08:00',
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_parent_idx\` ON \`_courses_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_version_slug_idx\` ON \`_courses_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_version_uid_idx\` ON \`_courses_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_version_updated_at_idx\` ON \`_courses_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_version_created_at_idx\` ON \`_courses_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_version_version__status_idx\` ON \`_courses_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_created_at_idx\` ON \`_courses_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_updated_at_idx\` ON \`_courses_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_by_latest_created_at_idx\` ON \`_courses_v\` (\`latest\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_by_latest_version_title_created_at_idx\` ON \`_courses_v\` (\`latest\`,\`version_title\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_by_latest_version_review_due_created_at_idx\` ON \`_courses_v\` (\`latest\`,\`version_review_due\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_by_latest_version_updated_at_created_at_idx\` ON \`_courses_v\` (\`latest\`,\`version_updated_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_by_latest_version_created_at_created_at_idx\` ON \`_courses_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_by_latest_parent_id_created_at_idx\` ON \`_courses_v\` (\`latest\`,\`parent_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_courses_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_texts_by_parent_id_order_idx\` ON \`_courses_v_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` integer,
  	\`terms_id\` integer,
  	\`media_id\` integer,
  	\`guides_id\` integer,
  	\`causes_id\` integer,
  	\`treatments_id\` integer,
  	\`red_flags_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_courses_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_order_idx\` ON \`_courses_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_parent_idx\` ON \`_courses_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_path_idx\` ON \`_courses_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_sources_id_idx\` ON \`_courses_v_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_terms_id_idx\` ON \`_courses_v_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_media_id_idx\` ON \`_courses_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_guides_id_idx\` ON \`_courses_v_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_causes_id_idx\` ON \`_courses_v_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_treatments_id_idx\` ON \`_courses_v_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE INDEX \`_courses_v_rels_red_flags_id_idx\` ON \`_courses_v_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE TABLE \`sources\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`doi_key\` text,
  	\`pmid_key\` text,
  	\`url_key\` text,
  	\`slug\` text,
  	\`title\` text NOT NULL,
  	\`publisher\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`year\` numeric,
  	\`url\` text NOT NULL,
  	\`doi\` text,
  	\`pmid\` text,
  	\`updated\` text,
  	\`accessed_on\` text,
  	\`writers\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sources_doi_key_idx\` ON \`sources\` (\`doi_key\`);`)
  await db.run(sql`CREATE INDEX \`sources_pmid_key_idx\` ON \`sources\` (\`pmid_key\`);`)
  await db.run(sql`CREATE INDEX \`sources_url_key_idx\` ON \`sources\` (\`url_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`sources_slug_idx\` ON \`sources\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_by_title_idx\` ON \`sources\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`sources_by_publisher_idx\` ON \`sources\` (\`publisher\`);`)
  await db.run(sql`CREATE INDEX \`sources_by_kind_idx\` ON \`sources\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`sources_by_year_idx\` ON \`sources\` (\`year\`);`)
  await db.run(sql`CREATE TABLE \`locations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`writers\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`locations_slug_idx\` ON \`locations\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`locations_updated_at_idx\` ON \`locations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`locations_created_at_idx\` ON \`locations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`locations_by_label_idx\` ON \`locations\` (\`label\`);`)
  await db.run(sql`CREATE TABLE \`locations_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`locations_texts_by_parent_id_order_idx\` ON \`locations_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`terms\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`meaning\` text NOT NULL,
  	\`writers\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`terms_slug_idx\` ON \`terms\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`terms_updated_at_idx\` ON \`terms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`terms_created_at_idx\` ON \`terms\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`terms_by_name_idx\` ON \`terms\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`terms_by_meaning_idx\` ON \`terms\` (\`meaning\`);`)
  await db.run(sql`CREATE TABLE \`terms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_texts_by_parent_id_order_idx\` ON \`terms_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`file_hash\` text,
  	\`short_name\` text,
  	\`alt\` text NOT NULL,
  	\`caption\` text,
  	\`credit\` text,
  	\`licence\` text,
  	\`renditions\` text,
  	\`mail_picture\` text,
  	\`writers\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_thumbnail_url\` text,
  	\`sizes_thumbnail_width\` numeric,
  	\`sizes_thumbnail_height\` numeric,
  	\`sizes_thumbnail_mime_type\` text,
  	\`sizes_thumbnail_filesize\` numeric,
  	\`sizes_thumbnail_filename\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`media_file_hash_idx\` ON \`media\` (\`file_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_short_name_idx\` ON \`media\` (\`short_name\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_thumbnail_sizes_thumbnail_filename_idx\` ON \`media\` (\`sizes_thumbnail_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_by_alt_idx\` ON \`media\` (\`alt\`);`)
  await db.run(sql`CREATE INDEX \`media_by_credit_idx\` ON \`media\` (\`credit\`);`)
  await db.run(sql`CREATE INDEX \`media_by_licence_idx\` ON \`media\` (\`licence\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`role\` text DEFAULT 'editor' NOT NULL,
  	\`clinician_id\` integer,
  	\`absent_from\` text,
  	\`absent_until\` text,
  	\`substitute\` text,
  	\`profile_key\` text,
  	\`invitation\` text,
  	\`invited_until\` text,
  	\`notices_mail\` text DEFAULT 'by-name',
  	\`notices_kinds_submitted\` text,
  	\`notices_kinds_changes_requested\` text,
  	\`notices_kinds_mentioned\` text,
  	\`notices_kinds_assigned\` text,
  	\`notices_kinds_second_approval\` text,
  	\`notices_kinds_due_tomorrow\` text,
  	\`notices_kinds_review_due\` text,
  	\`notices_kinds_withdrawn\` text,
  	\`notices_kinds_schedule_lapsed\` text,
  	\`notices_digest_hour\` numeric DEFAULT 7,
  	\`notices_time_zone\` text DEFAULT 'UTC',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	FOREIGN KEY (\`clinician_id\`) REFERENCES \`clinicians\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_clinician_idx\` ON \`users\` (\`clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`users_substitute_idx\` ON \`users\` (\`substitute\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_profile_key_idx\` ON \`users\` (\`profile_key\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`users_by_name_idx\` ON \`users\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`users_by_role_idx\` ON \`users\` (\`role\`);`)
  await db.run(sql`CREATE INDEX \`users_by_invitation_idx\` ON \`users\` (\`invitation\`);`)
  await db.run(sql`CREATE TABLE \`clinicians\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`credentials\` text NOT NULL,
  	\`specialty\` text NOT NULL,
  	\`registration_body\` text NOT NULL,
  	\`registration_number\` text NOT NULL,
  	\`standing\` text DEFAULT 'in-good-standing' NOT NULL,
  	\`bio\` text,
  	\`photo_id\` integer,
  	\`demonstration\` integer DEFAULT false,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`clinicians_slug_idx\` ON \`clinicians\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`clinicians_photo_idx\` ON \`clinicians\` (\`photo_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`clinicians_uid_idx\` ON \`clinicians\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`clinicians_updated_at_idx\` ON \`clinicians\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`clinicians_created_at_idx\` ON \`clinicians\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`clinicians_by_name_idx\` ON \`clinicians\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`clinicians_by_credentials_idx\` ON \`clinicians\` (\`credentials\`);`)
  await db.run(sql`CREATE INDEX \`clinicians_by_specialty_idx\` ON \`clinicians\` (\`specialty\`);`)
  await db.run(sql`CREATE INDEX \`clinicians_by_registration_body_idx\` ON \`clinicians\` (\`registration_body\`);`)
  await db.run(sql`CREATE TABLE \`deleted_drafts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`type\` text NOT NULL,
  	\`slug\` text,
  	\`uid\` text NOT NULL,
  	\`draft\` text NOT NULL,
  	\`versions\` text,
  	\`writers\` text NOT NULL,
  	\`deleted_by\` text,
  	\`deleted_by_name\` text,
  	\`deleted_on\` text NOT NULL,
  	\`expires_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`deleted_drafts_uid_idx\` ON \`deleted_drafts\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`deleted_drafts_deleted_on_idx\` ON \`deleted_drafts\` (\`deleted_on\`);`)
  await db.run(sql`CREATE INDEX \`deleted_drafts_expires_at_idx\` ON \`deleted_drafts\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`deleted_drafts_by_title_idx\` ON \`deleted_drafts\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`deleted_drafts_by_type_idx\` ON \`deleted_drafts\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`deleted_drafts_by_deleted_by_name_idx\` ON \`deleted_drafts\` (\`deleted_by_name\`);`)
  await db.run(sql`CREATE TABLE \`desk_jobs\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`uid\` text NOT NULL,
  	\`slot\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`task\` text NOT NULL,
  	\`members\` text,
  	\`total\` numeric NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`refused\` text NOT NULL,
  	\`actor\` text,
  	\`person\` text,
  	\`actor_name\` text,
  	\`holder\` text NOT NULL,
  	\`lease_until\` text NOT NULL,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`desk_jobs_uid_idx\` ON \`desk_jobs\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`desk_jobs_slot_idx\` ON \`desk_jobs\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`desk_jobs_ended_at_idx\` ON \`desk_jobs\` (\`ended_at\`);`)
  await db.run(sql`CREATE INDEX \`desk_jobs_updated_at_idx\` ON \`desk_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`desk_jobs_created_at_idx\` ON \`desk_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_uid_idx\` ON \`desk_jobs\` (\`state\`,\`uid\`);`)
  await db.run(sql`CREATE INDEX \`subject_state_idx\` ON \`desk_jobs\` (\`subject\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`change_sets\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`uid\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`change_kind\` text NOT NULL,
  	\`change_note\` text NOT NULL,
  	\`about\` text,
  	\`about_title\` text,
  	\`members\` text NOT NULL,
  	\`approvals\` text NOT NULL,
  	\`job\` text,
  	\`turn\` numeric NOT NULL,
  	\`made_by\` text,
  	\`made_by_name\` text NOT NULL,
  	\`submitted_at\` text,
  	\`submitted_by_name\` text,
  	\`released_at\` text,
  	\`released_by_name\` text,
  	\`discarded_at\` text,
  	\`discarded_by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`change_sets_uid_idx\` ON \`change_sets\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_updated_at_idx\` ON \`change_sets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_created_at_idx\` ON \`change_sets\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`about_state_idx\` ON \`change_sets\` (\`about\`,\`state\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_by_name_idx\` ON \`change_sets\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_by_state_idx\` ON \`change_sets\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_by_made_by_name_idx\` ON \`change_sets\` (\`made_by_name\`);`)
  await db.run(sql`CREATE TABLE \`entry_status\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`uid\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`entry_id\` text NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`state\` text NOT NULL,
  	\`revision\` text NOT NULL,
  	\`history_head\` text,
  	\`editors\` text,
  	\`authors\` text,
  	\`writers\` text,
  	\`base\` text,
  	\`open_threads\` numeric DEFAULT 0 NOT NULL,
  	\`open_musts\` numeric DEFAULT 0 NOT NULL,
  	\`comments_head\` text,
  	\`found_by\` text,
  	\`turn\` numeric DEFAULT 0 NOT NULL,
  	\`changed_since_approval\` integer DEFAULT false,
  	\`scheduled_at\` text,
  	\`scheduled_verb\` text,
  	\`scheduled_revision\` text,
  	\`scheduled_reason\` text,
  	\`scheduled_by\` text,
  	\`scheduled_by_name\` text,
  	\`lapsed_at\` text,
  	\`lapsed_because\` text,
  	\`assignment\` text,
  	\`assigned_author\` text,
  	\`open_reviewer1\` text,
  	\`open_reviewer2\` text,
  	\`open_reviewer3\` text,
  	\`assigned_due\` text,
  	\`needs_reviewer\` integer DEFAULT false,
  	\`needs_reviewer_because\` text,
  	\`approvals_given\` numeric DEFAULT 0,
  	\`approvals_needed\` numeric DEFAULT 0,
  	\`approvers\` text,
  	\`is_safety\` integer DEFAULT false,
  	\`rank\` text,
  	\`live_seq\` numeric,
  	\`live_revision\` text,
  	\`notice_due_at\` text,
  	\`ask_notice_at\` text,
  	\`ask_told\` text,
  	\`review_due\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`entry_status_uid_idx\` ON \`entry_status\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_type_idx\` ON \`entry_status\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_slug_idx\` ON \`entry_status\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_scheduled_at_idx\` ON \`entry_status\` (\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_lapsed_at_idx\` ON \`entry_status\` (\`lapsed_at\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_assigned_author_idx\` ON \`entry_status\` (\`assigned_author\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_open_reviewer1_idx\` ON \`entry_status\` (\`open_reviewer1\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_open_reviewer2_idx\` ON \`entry_status\` (\`open_reviewer2\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_open_reviewer3_idx\` ON \`entry_status\` (\`open_reviewer3\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_assigned_due_idx\` ON \`entry_status\` (\`assigned_due\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_rank_idx\` ON \`entry_status\` (\`rank\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_notice_due_at_idx\` ON \`entry_status\` (\`notice_due_at\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_ask_notice_at_idx\` ON \`entry_status\` (\`ask_notice_at\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_review_due_idx\` ON \`entry_status\` (\`review_due\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_updated_at_idx\` ON \`entry_status\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_created_at_idx\` ON \`entry_status\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`type_entryId_idx\` ON \`entry_status\` (\`type\`,\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`type_slug_idx\` ON \`entry_status\` (\`type\`,\`slug\`);`)
  await db.run(sql`CREATE INDEX \`state_updatedAt_idx\` ON \`entry_status\` (\`state\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`state_reviewDue_idx\` ON \`entry_status\` (\`state\`,\`review_due\`);`)
  await db.run(sql`CREATE INDEX \`state_rank_idx\` ON \`entry_status\` (\`state\`,\`rank\`);`)
  await db.run(sql`CREATE INDEX \`state_approvalsGiven_rank_idx\` ON \`entry_status\` (\`state\`,\`approvals_given\`,\`rank\`);`)
  await db.run(sql`CREATE INDEX \`needsReviewer_rank_idx\` ON \`entry_status\` (\`needs_reviewer\`,\`rank\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_by_title_idx\` ON \`entry_status\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`entry_status_by_assignment_idx\` ON \`entry_status\` (\`assignment\`);`)
  await db.run(sql`CREATE TABLE \`finder_words\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`word\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`title\` text,
  	\`detail\` text,
  	\`words\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`finder_words_word_idx\` ON \`finder_words\` (\`word\`);`)
  await db.run(sql`CREATE INDEX \`finder_words_subject_idx\` ON \`finder_words\` (\`subject\`);`)
  await db.run(sql`CREATE TABLE \`reviews\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`event\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`entry_type\` text NOT NULL,
  	\`title\` text,
  	\`revision\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`actor\` text,
  	\`person\` text,
  	\`actor_name\` text,
  	\`clinician\` text,
  	\`comment\` text,
  	\`change_kind\` text,
  	\`change_note\` text,
  	\`sections_checked\` text,
  	\`checklist\` text,
  	\`scope\` text,
  	\`old_text_harmless\` text,
  	\`reason\` text,
  	\`scheduled_verb\` text,
  	\`scheduled_for\` text,
  	\`seq\` numeric,
  	\`position\` numeric NOT NULL,
  	\`previous\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`reviews_entry_idx\` ON \`reviews\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`reviews_revision_idx\` ON \`reviews\` (\`revision\`);`)
  await db.run(sql`CREATE INDEX \`reviews_at_idx\` ON \`reviews\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`entry_position_idx\` ON \`reviews\` (\`entry\`,\`position\`);`)
  await db.run(sql`CREATE INDEX \`reviews_by_event_idx\` ON \`reviews\` (\`event\`);`)
  await db.run(sql`CREATE INDEX \`reviews_by_title_idx\` ON \`reviews\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`reviews_by_actor_name_idx\` ON \`reviews\` (\`actor_name\`);`)
  await db.run(sql`CREATE INDEX \`reviews_by_comment_idx\` ON \`reviews\` (\`comment\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`uid\` text NOT NULL,
  	\`notice_key\` text NOT NULL,
  	\`recipient\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`named\` integer,
  	\`entry_type\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`title\` text,
  	\`detail\` text,
  	\`anchor\` text,
  	\`at\` text NOT NULL,
  	\`unread\` integer,
  	\`read_at\` text,
  	\`mail_state\` text NOT NULL,
  	\`mail_due\` text,
  	\`mail_key\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_uid_idx\` ON \`notices\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_notice_key_idx\` ON \`notices\` (\`notice_key\`);`)
  await db.run(sql`CREATE INDEX \`notices_at_idx\` ON \`notices\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`recipient_unread_at_idx\` ON \`notices\` (\`recipient\`,\`unread\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`recipient_at_idx\` ON \`notices\` (\`recipient\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`mailState_mailDue_idx\` ON \`notices\` (\`mail_state\`,\`mail_due\`);`)
  await db.run(sql`CREATE INDEX \`mailKey_unread_idx\` ON \`notices\` (\`mail_key\`,\`unread\`);`)
  await db.run(sql`CREATE INDEX \`unread_at_idx\` ON \`notices\` (\`unread\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`kind\` text,
  	\`entry\` text NOT NULL,
  	\`thread\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`quote\` text,
  	\`body\` text,
  	\`replacement\` text,
  	\`mentions\` text,
  	\`revision\` text NOT NULL,
  	\`actor\` text,
  	\`person\` text,
  	\`actor_name\` text,
  	\`position\` numeric NOT NULL,
  	\`previous\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_at_idx\` ON \`comments\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`entry_position_1_idx\` ON \`comments\` (\`entry\`,\`position\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`entry_key_idx\` ON \`comments\` (\`entry\`,\`key\`);`)
  await db.run(sql`CREATE INDEX \`comments_by_event_idx\` ON \`comments\` (\`event\`);`)
  await db.run(sql`CREATE INDEX \`comments_by_kind_idx\` ON \`comments\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`comments_by_actor_name_idx\` ON \`comments\` (\`actor_name\`);`)
  await db.run(sql`CREATE INDEX \`comments_by_body_idx\` ON \`comments\` (\`body\`);`)
  await db.run(sql`CREATE TABLE \`expert_links\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`uid\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`entry_type\` text NOT NULL,
  	\`revision\` text NOT NULL,
  	\`invited\` text,
  	\`made_at\` text NOT NULL,
  	\`made_by\` text,
  	\`made_by_name\` text,
  	\`expires_at\` text NOT NULL,
  	\`revoked_at\` text,
  	\`revoked_by_name\` text,
  	\`answered_at\` text,
  	\`verdict\` text,
  	\`expert_name\` text,
  	\`credentials\` text,
  	\`words\` text,
  	\`comments\` text,
  	\`titles\` text,
  	\`snapshot\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`expert_links_uid_idx\` ON \`expert_links\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`expert_links_digest_idx\` ON \`expert_links\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`entry_madeAt_idx\` ON \`expert_links\` (\`entry\`,\`made_at\`);`)
  await db.run(sql`CREATE INDEX \`expert_links_by_title_idx\` ON \`expert_links\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`expert_links_by_invited_idx\` ON \`expert_links\` (\`invited\`);`)
  await db.run(sql`CREATE INDEX \`expert_links_by_made_at_idx\` ON \`expert_links\` (\`made_at\`);`)
  await db.run(sql`CREATE INDEX \`expert_links_by_expires_at_idx\` ON \`expert_links\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`expert_links_by_answered_at_idx\` ON \`expert_links\` (\`answered_at\`);`)
  await db.run(sql`CREATE INDEX \`expert_links_by_verdict_idx\` ON \`expert_links\` (\`verdict\`);`)
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`log_id\` text NOT NULL,
  	\`previous\` text,
  	\`kind\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`uid\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`summary\` text,
  	\`summary_hash\` text,
  	\`version\` text NOT NULL,
  	\`revision\` text NOT NULL,
  	\`snapshot_schema\` numeric,
  	\`approvals\` text,
  	\`change_kind\` text NOT NULL,
  	\`change_note\` text,
  	\`reviewed_at\` text,
  	\`review_due\` text,
  	\`first_released_at\` text NOT NULL,
  	\`released_at\` text NOT NULL,
  	\`locale\` text DEFAULT 'en' NOT NULL,
  	\`live\` integer DEFAULT false NOT NULL,
  	\`reason\` text,
  	\`public_note\` text,
  	\`replaced_by\` text,
  	\`references\` text,
  	\`figures\` text,
  	\`part_of\` text,
  	\`urgency\` text,
  	\`treatment_kind\` text,
  	\`evidence_level\` text,
  	\`signature\` text NOT NULL,
  	\`snapshot\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`releases_seq_idx\` ON \`releases\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`releases_revision_idx\` ON \`releases\` (\`revision\`);`)
  await db.run(sql`CREATE INDEX \`uid_seq_idx\` ON \`releases\` (\`uid\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`live_kind_seq_idx\` ON \`releases\` (\`live\`,\`kind\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`live_kind_title_idx\` ON \`releases\` (\`live\`,\`kind\`,\`title\`);`)
  await db.run(sql`CREATE INDEX \`live_kind_version_idx\` ON \`releases\` (\`live\`,\`kind\`,\`version\`);`)
  await db.run(sql`CREATE INDEX \`live_kind_changeKind_idx\` ON \`releases\` (\`live\`,\`kind\`,\`change_kind\`);`)
  await db.run(sql`CREATE INDEX \`live_kind_releasedAt_idx\` ON \`releases\` (\`live\`,\`kind\`,\`released_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_by_title_idx\` ON \`releases\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`releases_by_kind_idx\` ON \`releases\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`releases_by_version_idx\` ON \`releases\` (\`version\`);`)
  await db.run(sql`CREATE INDEX \`releases_by_change_kind_idx\` ON \`releases\` (\`change_kind\`);`)
  await db.run(sql`CREATE INDEX \`releases_by_released_at_idx\` ON \`releases\` (\`released_at\`);`)
  await db.run(sql`CREATE TABLE \`subscribers\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`uid\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`address_key\` text NOT NULL,
  	\`time_zone\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`subscribers_uid_idx\` ON \`subscribers\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subscribers_address_key_idx\` ON \`subscribers\` (\`address_key\`);`)
  await db.run(sql`CREATE INDEX \`subscribers_updated_at_idx\` ON \`subscribers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subscribers_created_at_idx\` ON \`subscribers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`subscribers_by_email_idx\` ON \`subscribers\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`subscribers_by_time_zone_idx\` ON \`subscribers\` (\`time_zone\`);`)
  await db.run(sql`CREATE TABLE \`enrolments\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`uid\` text NOT NULL,
  	\`enrolment_key\` text NOT NULL,
  	\`subscriber_uid\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`course_uid\` text NOT NULL,
  	\`course_title\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`ended_because\` text,
  	\`time_zone\` text NOT NULL,
  	\`requests\` numeric NOT NULL,
  	\`requested_at\` text,
  	\`requested_time_zone\` text,
  	\`consent_wording\` text,
  	\`consent_at\` text,
  	\`confirmed_at\` text,
  	\`unsubscribed_at\` text,
  	\`round\` numeric NOT NULL,
  	\`next_lesson_key\` text,
  	\`next_due_at\` text,
  	\`held_back\` text,
  	\`failures\` numeric,
  	\`set_aside\` text,
  	\`nothing_more\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`enrolments_uid_idx\` ON \`enrolments\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`enrolments_enrolment_key_idx\` ON \`enrolments\` (\`enrolment_key\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_subscriber_uid_idx\` ON \`enrolments\` (\`subscriber_uid\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_next_due_at_idx\` ON \`enrolments\` (\`next_due_at\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_updated_at_idx\` ON \`enrolments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_created_at_idx\` ON \`enrolments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_nextDueAt_uid_createdAt_idx\` ON \`enrolments\` (\`status\`,\`next_due_at\`,\`uid\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_by_email_idx\` ON \`enrolments\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_by_course_title_idx\` ON \`enrolments\` (\`course_title\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_by_next_lesson_key_idx\` ON \`enrolments\` (\`next_lesson_key\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_by_held_back_idx\` ON \`enrolments\` (\`held_back\`);`)
  await db.run(sql`CREATE INDEX \`enrolments_by_set_aside_idx\` ON \`enrolments\` (\`set_aside\`);`)
  await db.run(sql`CREATE TABLE \`deliveries\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`uid\` text NOT NULL,
  	\`ledger_key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`note\` text,
  	\`recipient\` text NOT NULL,
  	\`subject\` text,
  	\`enrolment_uid\` text NOT NULL,
  	\`subscriber_uid\` text NOT NULL,
  	\`course_uid\` text NOT NULL,
  	\`lesson_key\` text NOT NULL,
  	\`round\` numeric NOT NULL,
  	\`resumes\` integer,
  	\`correction_seq\` numeric,
  	\`planned_at\` text NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`tries\` numeric NOT NULL,
  	\`accepted_at\` text,
  	\`message_id\` text,
  	\`sha256\` text,
  	\`contents\` text,
  	\`share\` numeric,
  	\`lease_token\` text,
  	\`lease_until\` text,
  	\`raw\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`deliveries_uid_idx\` ON \`deliveries\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`deliveries_ledger_key_idx\` ON \`deliveries\` (\`ledger_key\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_updated_at_idx\` ON \`deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_created_at_idx\` ON \`deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`kind_state_dueAt_createdAt_idx\` ON \`deliveries\` (\`kind\`,\`state\`,\`due_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`kind_state_share_dueAt_createdAt_idx\` ON \`deliveries\` (\`kind\`,\`state\`,\`share\`,\`due_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_leaseUntil_idx\` ON \`deliveries\` (\`state\`,\`lease_until\`);`)
  await db.run(sql`CREATE INDEX \`subscriberUid_kind_idx\` ON \`deliveries\` (\`subscriber_uid\`,\`kind\`);`)
  await db.run(sql`CREATE INDEX \`enrolmentUid_kind_idx\` ON \`deliveries\` (\`enrolment_uid\`,\`kind\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_by_recipient_idx\` ON \`deliveries\` (\`recipient\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_by_subject_idx\` ON \`deliveries\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_by_due_at_idx\` ON \`deliveries\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_by_accepted_at_idx\` ON \`deliveries\` (\`accepted_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_by_note_idx\` ON \`deliveries\` (\`note\`);`)
  await db.run(sql`CREATE TABLE \`delivery_contents\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`content_key\` text NOT NULL,
  	\`delivery_uid\` text NOT NULL,
  	\`subscriber_uid\` text NOT NULL,
  	\`uid\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`revision\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`delivery_contents_content_key_idx\` ON \`delivery_contents\` (\`content_key\`);`)
  await db.run(sql`CREATE INDEX \`delivery_contents_delivery_uid_idx\` ON \`delivery_contents\` (\`delivery_uid\`);`)
  await db.run(sql`CREATE INDEX \`delivery_contents_subscriber_uid_idx\` ON \`delivery_contents\` (\`subscriber_uid\`);`)
  await db.run(sql`CREATE INDEX \`uid_contentKey_idx\` ON \`delivery_contents\` (\`uid\`,\`content_key\`);`)
  await db.run(sql`CREATE TABLE \`suppressions\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`address_key\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`suppressions_address_key_idx\` ON \`suppressions\` (\`address_key\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_updated_at_idx\` ON \`suppressions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_created_at_idx\` ON \`suppressions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_by_reason_idx\` ON \`suppressions\` (\`reason\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_by_note_idx\` ON \`suppressions\` (\`note\`);`)
  await db.run(sql`CREATE TABLE \`request_counts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`counter_key\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`until\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`request_counts_counter_key_idx\` ON \`request_counts\` (\`counter_key\`);`)
  await db.run(sql`CREATE INDEX \`request_counts_until_idx\` ON \`request_counts\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`request_counts_updated_at_idx\` ON \`request_counts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`request_counts_created_at_idx\` ON \`request_counts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`set_up_tokens\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`digest\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`set_up_tokens_digest_idx\` ON \`set_up_tokens\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`set_up_tokens_until_idx\` ON \`set_up_tokens\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`set_up_tokens_updated_at_idx\` ON \`set_up_tokens\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`set_up_tokens_created_at_idx\` ON \`set_up_tokens\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`api_keys\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`owner\` text NOT NULL,
  	\`owner_name\` text,
  	\`begins\` text,
  	\`digest\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`last_used_at\` text,
  	\`revoked_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`api_keys_owner_idx\` ON \`api_keys\` (\`owner\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`api_keys_digest_idx\` ON \`api_keys\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_updated_at_idx\` ON \`api_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_created_at_idx\` ON \`api_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_by_name_idx\` ON \`api_keys\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_by_owner_name_idx\` ON \`api_keys\` (\`owner_name\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_by_begins_idx\` ON \`api_keys\` (\`begins\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_by_last_used_at_idx\` ON \`api_keys\` (\`last_used_at\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_by_expires_at_idx\` ON \`api_keys\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_by_revoked_at_idx\` ON \`api_keys\` (\`revoked_at\`);`)
  await db.run(sql`CREATE TABLE \`calendar_links\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`owner\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`made_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`calendar_links_owner_idx\` ON \`calendar_links\` (\`owner\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`calendar_links_digest_idx\` ON \`calendar_links\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`calendar_links_updated_at_idx\` ON \`calendar_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`calendar_links_created_at_idx\` ON \`calendar_links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_events\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`actor\` text,
  	\`actor_name\` text,
  	\`details\` text,
  	\`position\` numeric NOT NULL,
  	\`previous\` text,
  	\`hash\` text NOT NULL,
  	\`last\` integer DEFAULT false NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_events_at_idx\` ON \`audit_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_action_idx\` ON \`audit_events\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_subject_idx\` ON \`audit_events\` (\`subject\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_position_idx\` ON \`audit_events\` (\`subject\`,\`position\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_by_actor_name_idx\` ON \`audit_events\` (\`actor_name\`);`)
  await db.run(sql`CREATE TABLE \`slug_history\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`address\` text NOT NULL,
  	\`uid\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`slug_history_address_idx\` ON \`slug_history\` (\`address\`);`)
  await db.run(sql`CREATE INDEX \`slug_history_uid_idx\` ON \`slug_history\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`slug_history_updated_at_idx\` ON \`slug_history\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`slug_history_created_at_idx\` ON \`slug_history\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`cursors\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`log_id\` text,
  	\`signature\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`cursors_name_idx\` ON \`cursors\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`cursors_updated_at_idx\` ON \`cursors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cursors_created_at_idx\` ON \`cursors\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`signing_keys\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`kid\` text NOT NULL,
  	\`jwk\` text NOT NULL,
  	\`voucher\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`signing_keys_kid_idx\` ON \`signing_keys\` (\`kid\`);`)
  await db.run(sql`CREATE INDEX \`signing_keys_updated_at_idx\` ON \`signing_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`signing_keys_created_at_idx\` ON \`signing_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`worker_heartbeats\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`worker\` text NOT NULL,
  	\`host\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`beat_at\` text NOT NULL,
  	\`loops\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`worker_heartbeats_worker_idx\` ON \`worker_heartbeats\` (\`worker\`);`)
  await db.run(sql`CREATE INDEX \`worker_heartbeats_beat_at_idx\` ON \`worker_heartbeats\` (\`beat_at\`);`)
  await db.run(sql`CREATE INDEX \`worker_heartbeats_updated_at_idx\` ON \`worker_heartbeats\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`worker_heartbeats_created_at_idx\` ON \`worker_heartbeats\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`guides_id\` integer,
  	\`causes_id\` integer,
  	\`treatments_id\` integer,
  	\`red_flags_id\` integer,
  	\`courses_id\` integer,
  	\`sources_id\` integer,
  	\`locations_id\` integer,
  	\`terms_id\` integer,
  	\`media_id\` integer,
  	\`users_id\` integer,
  	\`clinicians_id\` integer,
  	\`deleted_drafts_id\` integer,
  	\`desk_jobs_id\` integer,
  	\`change_sets_id\` integer,
  	\`entry_status_id\` integer,
  	\`finder_words_id\` integer,
  	\`reviews_id\` integer,
  	\`notices_id\` integer,
  	\`comments_id\` integer,
  	\`expert_links_id\` integer,
  	\`releases_id\` integer,
  	\`subscribers_id\` integer,
  	\`enrolments_id\` integer,
  	\`deliveries_id\` integer,
  	\`delivery_contents_id\` integer,
  	\`suppressions_id\` integer,
  	\`request_counts_id\` integer,
  	\`set_up_tokens_id\` integer,
  	\`api_keys_id\` integer,
  	\`calendar_links_id\` integer,
  	\`audit_events_id\` integer,
  	\`slug_history_id\` integer,
  	\`cursors_id\` integer,
  	\`signing_keys_id\` integer,
  	\`worker_heartbeats_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`guides_id\`) REFERENCES \`guides\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`causes_id\`) REFERENCES \`causes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`treatments_id\`) REFERENCES \`treatments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`red_flags_id\`) REFERENCES \`red_flags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`courses_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`locations_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`clinicians_id\`) REFERENCES \`clinicians\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`deleted_drafts_id\`) REFERENCES \`deleted_drafts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`desk_jobs_id\`) REFERENCES \`desk_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`change_sets_id\`) REFERENCES \`change_sets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`entry_status_id\`) REFERENCES \`entry_status\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`finder_words_id\`) REFERENCES \`finder_words\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reviews_id\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`comments_id\`) REFERENCES \`comments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`expert_links_id\`) REFERENCES \`expert_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`releases_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`subscribers_id\`) REFERENCES \`subscribers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`enrolments_id\`) REFERENCES \`enrolments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`deliveries_id\`) REFERENCES \`deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`delivery_contents_id\`) REFERENCES \`delivery_contents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`suppressions_id\`) REFERENCES \`suppressions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`request_counts_id\`) REFERENCES \`request_counts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`set_up_tokens_id\`) REFERENCES \`set_up_tokens\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`api_keys_id\`) REFERENCES \`api_keys\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calendar_links_id\`) REFERENCES \`calendar_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_events_id\`) REFERENCES \`audit_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`slug_history_id\`) REFERENCES \`slug_history\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cursors_id\`) REFERENCES \`cursors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`signing_keys_id\`) REFERENCES \`signing_keys\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`worker_heartbeats_id\`) REFERENCES \`worker_heartbeats\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_guides_id_idx\` ON \`payload_locked_documents_rels\` (\`guides_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_causes_id_idx\` ON \`payload_locked_documents_rels\` (\`causes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_treatments_id_idx\` ON \`payload_locked_documents_rels\` (\`treatments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_red_flags_id_idx\` ON \`payload_locked_documents_rels\` (\`red_flags_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_courses_id_idx\` ON \`payload_locked_documents_rels\` (\`courses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_locations_id_idx\` ON \`payload_locked_documents_rels\` (\`locations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_terms_id_idx\` ON \`payload_locked_documents_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_clinicians_id_idx\` ON \`payload_locked_documents_rels\` (\`clinicians_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_deleted_drafts_id_idx\` ON \`payload_locked_documents_rels\` (\`deleted_drafts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_desk_jobs_id_idx\` ON \`payload_locked_documents_rels\` (\`desk_jobs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_change_sets_id_idx\` ON \`payload_locked_documents_rels\` (\`change_sets_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_entry_status_id_idx\` ON \`payload_locked_documents_rels\` (\`entry_status_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_finder_words_id_idx\` ON \`payload_locked_documents_rels\` (\`finder_words_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reviews_id_idx\` ON \`payload_locked_documents_rels\` (\`reviews_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_expert_links_id_idx\` ON \`payload_locked_documents_rels\` (\`expert_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_subscribers_id_idx\` ON \`payload_locked_documents_rels\` (\`subscribers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_enrolments_id_idx\` ON \`payload_locked_documents_rels\` (\`enrolments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`deliveries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_delivery_contents_id_idx\` ON \`payload_locked_documents_rels\` (\`delivery_contents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_suppressions_id_idx\` ON \`payload_locked_documents_rels\` (\`suppressions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_request_counts_id_idx\` ON \`payload_locked_documents_rels\` (\`request_counts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_set_up_tokens_id_idx\` ON \`payload_locked_documents_rels\` (\`set_up_tokens_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_api_keys_id_idx\` ON \`payload_locked_documents_rels\` (\`api_keys_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_calendar_links_id_idx\` ON \`payload_locked_documents_rels\` (\`calendar_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_events_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_slug_history_id_idx\` ON \`payload_locked_documents_rels\` (\`slug_history_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cursors_id_idx\` ON \`payload_locked_documents_rels\` (\`cursors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_signing_keys_id_idx\` ON \`payload_locked_documents_rels\` (\`signing_keys_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_worker_heartbeats_id_idx\` ON \`payload_locked_documents_rels\` (\`worker_heartbeats_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_query_presets\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`is_shared\` integer DEFAULT false,
  	\`access_read_constraint\` text DEFAULT 'onlyMe',
  	\`access_update_constraint\` text DEFAULT 'onlyMe',
  	\`access_delete_constraint\` text DEFAULT 'onlyMe',
  	\`where\` text,
  	\`columns\` text,
  	\`group_by\` text,
  	\`related_collection\` text NOT NULL,
  	\`is_temp\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_query_presets_updated_at_idx\` ON \`payload_query_presets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_created_at_idx\` ON \`payload_query_presets\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_by_title_idx\` ON \`payload_query_presets\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_by_is_shared_idx\` ON \`payload_query_presets\` (\`is_shared\`);`)
  await db.run(sql`CREATE TABLE \`payload_query_presets_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_query_presets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_order_idx\` ON \`payload_query_presets_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_parent_idx\` ON \`payload_query_presets_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_path_idx\` ON \`payload_query_presets_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_users_id_idx\` ON \`payload_query_presets_rels\` (\`users_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`guides_when_to_consult\`;`)
  await db.run(sql`DROP TABLE \`guides\`;`)
  await db.run(sql`DROP TABLE \`guides_texts\`;`)
  await db.run(sql`DROP TABLE \`guides_rels\`;`)
  await db.run(sql`DROP TABLE \`_guides_v_version_when_to_consult\`;`)
  await db.run(sql`DROP TABLE \`_guides_v\`;`)
  await db.run(sql`DROP TABLE \`_guides_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_guides_v_rels\`;`)
  await db.run(sql`DROP TABLE \`causes_sections\`;`)
  await db.run(sql`DROP TABLE \`causes\`;`)
  await db.run(sql`DROP TABLE \`causes_texts\`;`)
  await db.run(sql`DROP TABLE \`causes_rels\`;`)
  await db.run(sql`DROP TABLE \`_causes_v_version_sections\`;`)
  await db.run(sql`DROP TABLE \`_causes_v\`;`)
  await db.run(sql`DROP TABLE \`_causes_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_causes_v_rels\`;`)
  await db.run(sql`DROP TABLE \`treatments_evidence_positions\`;`)
  await db.run(sql`DROP TABLE \`treatments_cautions\`;`)
  await db.run(sql`DROP TABLE \`treatments_interactions\`;`)
  await db.run(sql`DROP TABLE \`treatments_medicines_must_not\`;`)
  await db.run(sql`DROP TABLE \`treatments_medicines_must_ask\`;`)
  await db.run(sql`DROP TABLE \`treatments_medicines_interactions\`;`)
  await db.run(sql`DROP TABLE \`treatments_medicines_not_with\`;`)
  await db.run(sql`DROP TABLE \`treatments_medicines_stop_signs\`;`)
  await db.run(sql`DROP TABLE \`treatments_medicines\`;`)
  await db.run(sql`DROP TABLE \`treatments_how_to\`;`)
  await db.run(sql`DROP TABLE \`treatments_exercises\`;`)
  await db.run(sql`DROP TABLE \`treatments_sections\`;`)
  await db.run(sql`DROP TABLE \`treatments\`;`)
  await db.run(sql`DROP TABLE \`treatments_texts\`;`)
  await db.run(sql`DROP TABLE \`treatments_rels\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_evidence_positions\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_cautions\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_interactions\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_medicines_must_not\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_medicines_must_ask\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_medicines_interactions\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_medicines_not_with\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_medicines_stop_signs\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_medicines\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_how_to\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_exercises\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_version_sections\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_treatments_v_rels\`;`)
  await db.run(sql`DROP TABLE \`red_flags_do\`;`)
  await db.run(sql`DROP TABLE \`red_flags_dont\`;`)
  await db.run(sql`DROP TABLE \`red_flags_at_risk\`;`)
  await db.run(sql`DROP TABLE \`red_flags_mimics\`;`)
  await db.run(sql`DROP TABLE \`red_flags\`;`)
  await db.run(sql`DROP TABLE \`red_flags_texts\`;`)
  await db.run(sql`DROP TABLE \`red_flags_rels\`;`)
  await db.run(sql`DROP TABLE \`_red_flags_v_version_do\`;`)
  await db.run(sql`DROP TABLE \`_red_flags_v_version_dont\`;`)
  await db.run(sql`DROP TABLE \`_red_flags_v_version_at_risk\`;`)
  await db.run(sql`DROP TABLE \`_red_flags_v_version_mimics\`;`)
  await db.run(sql`DROP TABLE \`_red_flags_v\`;`)
  await db.run(sql`DROP TABLE \`_red_flags_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_red_flags_v_rels\`;`)
  await db.run(sql`DROP TABLE \`courses_weekdays\`;`)
  await db.run(sql`DROP TABLE \`courses_lessons_entries_parts\`;`)
  await db.run(sql`DROP TABLE \`courses_lessons_entries\`;`)
  await db.run(sql`DROP TABLE \`courses_lessons\`;`)
  await db.run(sql`DROP TABLE \`courses\`;`)
  await db.run(sql`DROP TABLE \`courses_texts\`;`)
  await db.run(sql`DROP TABLE \`courses_rels\`;`)
  await db.run(sql`DROP TABLE \`_courses_v_version_weekdays\`;`)
  await db.run(sql`DROP TABLE \`_courses_v_version_lessons_entries_parts\`;`)
  await db.run(sql`DROP TABLE \`_courses_v_version_lessons_entries\`;`)
  await db.run(sql`DROP TABLE \`_courses_v_version_lessons\`;`)
  await db.run(sql`DROP TABLE \`_courses_v\`;`)
  await db.run(sql`DROP TABLE \`_courses_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_courses_v_rels\`;`)
  await db.run(sql`DROP TABLE \`sources\`;`)
  await db.run(sql`DROP TABLE \`locations\`;`)
  await db.run(sql`DROP TABLE \`locations_texts\`;`)
  await db.run(sql`DROP TABLE \`terms\`;`)
  await db.run(sql`DROP TABLE \`terms_texts\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`clinicians\`;`)
  await db.run(sql`DROP TABLE \`deleted_drafts\`;`)
  await db.run(sql`DROP TABLE \`desk_jobs\`;`)
  await db.run(sql`DROP TABLE \`change_sets\`;`)
  await db.run(sql`DROP TABLE \`entry_status\`;`)
  await db.run(sql`DROP TABLE \`finder_words\`;`)
  await db.run(sql`DROP TABLE \`reviews\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`expert_links\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`subscribers\`;`)
  await db.run(sql`DROP TABLE \`enrolments\`;`)
  await db.run(sql`DROP TABLE \`deliveries\`;`)
  await db.run(sql`DROP TABLE \`delivery_contents\`;`)
  await db.run(sql`DROP TABLE \`suppressions\`;`)
  await db.run(sql`DROP TABLE \`request_counts\`;`)
  await db.run(sql`DROP TABLE \`set_up_tokens\`;`)
  await db.run(sql`DROP TABLE \`api_keys\`;`)
  await db.run(sql`DROP TABLE \`calendar_links\`;`)
  await db.run(sql`DROP TABLE \`audit_events\`;`)
  await db.run(sql`DROP TABLE \`slug_history\`;`)
  await db.run(sql`DROP TABLE \`cursors\`;`)
  await db.run(sql`DROP TABLE \`signing_keys\`;`)
  await db.run(sql`DROP TABLE \`worker_heartbeats\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`payload_query_presets\`;`)
  await db.run(sql`DROP TABLE \`payload_query_presets_rels\`;`)
}
