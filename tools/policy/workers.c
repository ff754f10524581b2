/* Threads that each take the next input; one place that takes the results in order. */
#include "workers.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum { TICK = 100000000 }; /* nanoseconds between two looks at the progress */

struct slot {
  struct result result;
  bool done;
};

struct pool {
  const struct workers *workers;
  pthread_mutex_t lock;
  pthread_cond_t finished; /* a result waits */
  pthread_cond_t taken_one; /* there is room for one more */
  size_t next, taken; /* inputs that were begun, and results that were taken */
  size_t window;      /* results that may be under way: the inputs from `taken` to `taken + window` */
  struct slot *slots;
};

/* The next input, or `count` when there is none; waits for room. Called with the lock held. */
static size_t next_input(struct pool *pool) {
  while (pool->next < pool->workers->count && pool->next >= pool->taken + pool->window &&
         !atomic_load(pool->workers->stop))
    (void)pthread_cond_wait(&pool->taken_one, &pool->lock);
  if (atomic_load(pool->workers->stop) || pool->next >= pool->workers->count) return pool->workers->count;
  return pool->next++;
}

static void *run(void *context) {
  struct pool *pool = context;
  const struct workers *workers = pool->workers;
  (void)pthread_mutex_lock(&pool->lock);
  for (size_t n; (n = next_input(pool)) < workers->count;) {
    struct slot *slot = &pool->slots[n % pool->window];
    (void)pthread_mutex_unlock(&pool->lock);
    slot->result = (struct result){.bytes = POLICY_BUFFER_INIT};
    workers->work(workers->context, n, &slot->result);
    (void)pthread_mutex_lock(&pool->lock);
    slot->done = true;
    (void)pthread_cond_signal(&pool->finished);
  }
  (void)pthread_mutex_unlock(&pool->lock);
  return NULL;
}

/* Waits for a slot's result, at most a tick. Called with the lock held. */
static void wait_for(struct pool *pool, const struct slot *slot) {
  struct timespec until;
  (void)clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_nsec += TICK;
  if (until.tv_nsec >= 1000000000) {
    until.tv_nsec -= 1000000000;
    until.tv_sec++;
  }
  if (!slot->done) (void)pthread_cond_timedwait(&pool->finished, &pool->lock, &until);
}

static void take_all(struct pool *pool) {
  const struct workers *workers = pool->workers;
  (void)pthread_mutex_lock(&pool->lock);
  while (pool->taken < workers->count && !atomic_load(workers->stop)) {
    struct slot *slot = &pool->slots[pool->taken % pool->window];
    wait_for(pool, slot);
    bool done = slot->done;
    (void)pthread_mutex_unlock(&pool->lock);
    if (!done) workers->wait(workers->context);
    else if (!workers->take(workers->context, pool->taken, &slot->result)) atomic_store(workers->stop, true);
    if (done) policy_buffer_free(&slot->result.bytes);
    (void)pthread_mutex_lock(&pool->lock);
    if (!done) continue;
    slot->done = false;
    pool->taken++;
    (void)pthread_cond_broadcast(&pool->taken_one);
  }
  (void)pthread_cond_broadcast(&pool->taken_one);
  (void)pthread_mutex_unlock(&pool->lock);
}

static bool open_pool(struct pool *pool, const struct workers *workers) {
  pthread_condattr_t steady;
  *pool = (struct pool){.workers = workers, .window = 2 * (size_t)workers->threads};
  pool->slots = calloc(pool->window, sizeof *pool->slots);
  if (pool->slots == NULL) return false;
  (void)pthread_condattr_init(&steady);
  (void)pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
  (void)pthread_mutex_init(&pool->lock, NULL);
  (void)pthread_cond_init(&pool->finished, &steady);
  (void)pthread_cond_init(&pool->taken_one, NULL);
  (void)pthread_condattr_destroy(&steady);
  return true;
}

static void close_pool(struct pool *pool) {
  for (size_t i = 0; i < pool->window; i++)
    if (pool->slots[i].done) policy_buffer_free(&pool->slots[i].result.bytes);
  free(pool->slots);
  (void)pthread_cond_destroy(&pool->taken_one);
  (void)pthread_cond_destroy(&pool->finished);
  (void)pthread_mutex_destroy(&pool->lock);
}

bool workers_run(const struct workers *workers) {
  struct pool pool;
  unsigned started = 0;
  pthread_t *threads = calloc(workers->threads, sizeof *threads);
  if (threads == NULL || !open_pool(&pool, workers)) {
    free(threads);
    return false;
  }
  while (started < workers->threads && pthread_create(&threads[started], NULL, run, &pool) == 0) started++;
  if (started > 0) take_all(&pool);
  for (unsigned i = 0; i < started; i++) (void)pthread_join(threads[i], NULL);
  close_pool(&pool);
  free(threads);
  return started > 0;
}
