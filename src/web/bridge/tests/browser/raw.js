// What stands in the database itself, past the bridge.
({
  open(name, version) {
    return new Promise((done, failed) => {
      const request = indexedDB.open(name, version);
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  },
  finished(request) {
    return new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  },
  // The stores in which these bytes can be found.
  async search(name, bytes) {
    const database = await this.open(name);
    const found = [];
    for (const store of database.objectStoreNames) {
      const values = await this.finished(database.transaction(store).objectStore(store).getAll());
      const here = (value) => {
        for (let at = 0; at + bytes.length <= value.length; at++) {
          if (bytes.every((byte, index) => value[at + index] === byte)) return true;
        }
        return false;
      };
      if (values.some(here)) found.push(store);
    }
    database.close();
    return found;
  },
  // Turns one bit of a value: of the record that stands at an index in the order of keys.
  async damage(name, store, index, at) {
    const database = await this.open(name);
    const objects = database.transaction(store, "readwrite").objectStore(store);
    const key = (await this.finished(objects.getAllKeys()))[index];
    const value = await this.finished(objects.get(key));
    value[at] ^= 1;
    await this.finished(objects.put(value, key));
    database.close();
  },
  async remove(name, store, index) {
    const database = await this.open(name);
    const objects = database.transaction(store, "readwrite").objectStore(store);
    const key = (await this.finished(objects.getAllKeys()))[index];
    await this.finished(objects.delete(key));
    database.close();
  },
  async raise(name, version) {
    (await this.open(name, version)).close();
  },
  delete(name) {
    return this.finished(indexedDB.deleteDatabase(name));
  },
  async hold(name) {
    this.held = await this.open(name);
  },
  letGo() {
    this.held.close();
  },
  // Lets writing fail as on a full disk: "at once", or "at the end" of the transaction, until it is called with "never".
  fill(when) {
    const writes = IDBObjectStore.prototype;
    this.real ??= { add: writes.add, put: writes.put };
    const noRoom = () => new DOMException("no room", "QuotaExceededError");
    const failing = (write) =>
      function (...given) {
        if (when === "at once") throw noRoom();
        const request = write.apply(this, given);
        Object.defineProperty(this.transaction, "error", { value: noRoom(), configurable: true });
        request.addEventListener("success", () => this.transaction.abort());
        return request;
      };
    for (const name of ["add", "put"]) {
      writes[name] = when === "never" ? this.real[name] : failing(this.real[name]);
    }
  },
  forbid(forbidden) {
    this.factory ??= Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
    if (forbidden) Object.defineProperty(globalThis, "indexedDB", { value: undefined, configurable: true });
    else Object.defineProperty(globalThis, "indexedDB", this.factory);
  },
});
