-- All orders of a customer are on the shard of the customer.
select order_id, sku, price from corder where customer_id = 7;

-- Each shard is sent its own part of the list.
select customer_id, name, city from customer where customer_id in (3, 4, 5, 6);

-- Nothing tells where these customers are, so all shards are asked.
select customer_id, name, email from customer where city = 'Reykjavík';

-- The rows of an INSERT go to the shards of their customers.
insert into customer (customer_id, name, email, city) values
  (1001, 'Ada Lovelace', 'ada@example.org', 'London'),
  (1002, 'Grace Hopper', 'grace@example.org', 'New York'),
  (1003, 'Edsger Dijkstra', 'edsger@example.org', 'Nuenen'),
  (1004, 'Barbara Liskov', 'barbara@example.org', 'Boston');

-- They are found again, on both shards.
select customer_id, name, city from customer where customer_id in (1001, 1002, 1003, 1004);

update customer set city = 'Paris' where customer_id = 1001;

select customer_id, name, city from customer where customer_id = 1001;

delete from customer where customer_id in (1001, 1002, 1003, 1004);

-- Another keyspace, which has one shard.
select sku, description, price from commerce.product where price < 20;

-- This can be true for no row: a shard tells the columns, and no shard looks for rows.
select name from customer where customer_id = null;
