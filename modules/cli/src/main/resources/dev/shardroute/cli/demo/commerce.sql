create table product (
  sku varchar(20) primary key,
  description varchar(100) not null,
  price decimal(10, 2) not null
);
create table customer_seq (id int primary key, next_id bigint, cache bigint) comment 'vitess_sequence';
create table order_seq (id int primary key, next_id bigint, cache bigint) comment 'vitess_sequence';
insert into customer_seq values (0, 1000, 100);
insert into order_seq values (0, 1000, 100);
