-- The tables of the keyspace commerce, which has one shard.

create table product (
  sku varchar(32) not null primary key,
  description varchar(100) not null,
  price bigint not null
) character set utf8mb4;

create table customer_seq (
  id int not null primary key,
  next_id bigint not null,
  cache bigint not null
);

create table order_seq (
  id int not null primary key,
  next_id bigint not null,
  cache bigint not null
);
