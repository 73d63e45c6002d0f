-- Run once by a superuser on a fresh cluster; ${...} are filled in by the platform for its embedded server.
CREATE ROLE junheng_owner   LOGIN PASSWORD '${owner}'   NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE ROLE junheng_app     LOGIN PASSWORD '${app}'     NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE ROLE junheng_loader  LOGIN PASSWORD '${loader}'  NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE ROLE junheng_auditor LOGIN PASSWORD '${auditor}' NOSUPERUSER NOCREATEDB NOCREATEROLE;
ALTER ROLE postgres PASSWORD '${postgres}';
CREATE DATABASE junheng OWNER junheng_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
