CREATE TABLE note (id integer PRIMARY KEY, words text NOT NULL);
