-- One customer lives on one shard.
select customer_id, email from customer where customer_id = 7;

-- Each shard is sent its own part of the list.
select customer_id, email from customer where customer_id in (1, 2, 3, 4, 5);

-- Nothing says where these rows are: all shards are asked.
select customer_id, email from customer where email = 'ada@example.org';

-- The rows of an INSERT go to the shards of their customers.
insert into corder (order_id, customer_id, sku, price) values (1, 1, 'SKU-1001', 30), (2, 4, 'SKU-1002', 12);

update corder set price = 25 where customer_id = 4 and order_id = 2;
delete from corder where customer_id = 4 and order_id = 2;

-- This keyspace has one shard.
select sku, price from product where sku = 'SKU-1001';

-- This can have no row, and no shard has to run it.
select email from customer where customer_id = null;
