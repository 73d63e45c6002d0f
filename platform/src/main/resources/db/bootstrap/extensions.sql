-- Run once by a superuser in the platform's database.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO junheng_owner;
GRANT USAGE ON SCHEMA public TO junheng_app, junheng_loader, junheng_auditor;
