create table customer (
  customer_id bigint primary key,
  email varchar(100) not null,
  city varchar(50)
);
create table corder (
  order_id bigint primary key,
  customer_id bigint not null,
  sku varchar(20) not null,
  price decimal(10, 2) not null,
  key (customer_id)
);
