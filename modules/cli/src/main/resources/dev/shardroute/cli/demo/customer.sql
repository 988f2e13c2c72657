-- The tables of the keyspace customer, the same on each of its shards.

create table customer (
  customer_id bigint not null primary key,
  name varchar(100) not null,
  email varchar(100) not null,
  city varchar(50) not null
) character set utf8mb4;

create table corder (
  order_id bigint not null primary key,
  customer_id bigint not null,
  sku varchar(32) not null,
  price bigint not null,
  key (customer_id)
) character set utf8mb4;
