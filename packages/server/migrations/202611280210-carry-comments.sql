-- A comment goes where its unit goes: its place in the tree is carried along when the unit is moved, nothing else changes.
grant update (org_path) on evaluation_comments to eduduty_app, eduduty_app_scattered;
