-- One customer lives on one shard.
select customer_id, email, city from customer where customer_id = 7;

-- Each shard is sent its own part of the list.
select customer_id, email from customer where customer_id in (1, 2, 3, 4, 5, 6);

-- Nothing says where these rows are: all shards are asked.
select order_id, customer_id, sku from corder where price > 97;

-- The rows of an INSERT go to the shards of their customers.
insert into customer (customer_id, email, city) values (1001, 'ada@example.org', 'London'), (1002, 'grace@example.org', 'New York'), (1003, 'linus@example.org', null);

-- One shard changes one customer.
update customer set city = 'Cambridge' where customer_id = 1001;

-- Two shards delete what is theirs.
delete from customer where customer_id in (1002, 1003);

-- A keyspace of one shard takes the statement as it is.
select sku, description, price from commerce.product order by price desc limit 3;
